using System.Text.Json;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;
using Numerai.Golden;
using Numerai.Scoring;
using Numerai.Scoring.Indexed;
using Numerai.Scoring.Ranking;

namespace Numerai.Data.Tests.Submissions;

public sealed class SubmissionGoldenTests
{
    [Fact]
    public void Classic_submissions_are_judged_as_by_the_reference() => Validate("validate_submission_numerai", _ => GoldenTables.Numerai);

    [Fact]
    public void Signals_submissions_are_judged_as_by_the_reference() =>
        Validate("validate_submission_signals", golden => GoldenTables.Signals(golden.Flag("assert_date_col", false)));

    [Fact]
    public void Submissions_are_cleaned_as_by_the_reference() => Run("clean_submission", Clean, CompareCleaned);

    [Fact]
    public void Largest_churn_and_turnover_are_those_of_the_reference() => Run(
        "calculate_max_churn_and_turnover", Movement, (tally, golden, movement) =>
    {
        tally.Number(golden, GoldenJson.Number(golden.Expected.GetProperty("max_churn")), movement.Churn, "churn");
        tally.Number(golden, GoldenJson.Number(golden.Expected.GetProperty("max_turnover")), movement.Turnover, "turnover");
    });

    private static void Run<TResult>(string function, Func<GoldenCase, TResult> evaluate, Action<GoldenTally, GoldenCase, TResult> compare)
    {
        GoldenFolder.Require();
        GoldenTally tally = new();
        foreach (GoldenCase golden in GoldenCase.ReadAll(function + ".json"))
        {
            tally.Run(golden, evaluate, (c, result) => compare(tally, c, result), CodeOf);
        }

        tally.Finish(function);
    }

    private static void Validate(string function, Func<GoldenCase, SubmissionFormat> format)
    {
        Run(function, golden => GoldenTables.Files(golden).Select(file => Accepted(SubmissionIntake.Read(
            file, format(golden), GoldenTables.Universe(GoldenTables.Table(golden["universe"]))))).ToList(), CompareValid);
    }

    private static ValidSubmission Accepted((ValidSubmission? Submission, SubmissionRefusal? Refusal) outcome) =>
        outcome.Submission ?? throw new RefusedException(outcome.Refusal!);

    private static string? CodeOf(Exception exception) => exception switch
    {
        RefusedException refused => refused.Refusal.Code,
        DataFormatException fault => fault.Code,
        ScoringException fault => fault.Code,
        _ => null,
    };

    private static void CompareValid(GoldenTally tally, GoldenCase golden, List<ValidSubmission> forms)
    {
        foreach (ValidSubmission valid in forms)
        {
            SubmissionHeader header = valid.Parsed.Header;
            tally.Same(golden, [golden.Expected.GetProperty("id_col").GetString()], [header.KeyColumn], "id column");
            tally.Same(golden, [golden.Expected.GetProperty("pred_col").GetString()], [header.ValueColumn], "prediction column");
            if (golden.Expected.TryGetProperty("date_col", out var date))
            {
                tally.Same(golden, [date.GetString()], [header.DateColumn], "date column");
            }

            tally.Same(
                golden,
                GoldenJson.Texts(golden.Expected.GetProperty("invalid_ids")),
                valid.DroppedIds().Order(StringComparer.Ordinal),
                "invalid ids");
            CompareFiltered(tally, golden, valid);
        }
    }

    private static void CompareFiltered(GoldenTally tally, GoldenCase golden, ValidSubmission valid)
    {
        Table filtered = GoldenTables.Table(golden.Expected.GetProperty("filtered"));
        (string Key, double Value)[] live = [.. valid.Keys.Keys
            .Select((key, entry) => (Key: key!, Value: valid.ValuesByEntry[entry]))
            .Where(pair => !double.IsNaN(pair.Value))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        tally.Same(golden, filtered.Values<string>(valid.Parsed.Header.KeyColumn), live.Select(pair => pair.Key), "filtered ids");
        tally.Numbers(golden, filtered.Doubles(valid.Parsed.Header.ValueColumn), [.. live.Select(pair => pair.Value)], "filtered values");
        if (filtered.Columns.Count == 3)
        {
            string[] dates = [.. Enumerable.Range(0, valid.Parsed.Rows)
                .Where(row => valid.Keys.Find(valid.Parsed.Key(row)) >= 0)
                .OrderBy(valid.Parsed.KeyText, StringComparer.Ordinal)
                .Select(valid.Parsed.DateText)];
            tally.Same(golden, filtered.Values<string>(filtered.Columns[2].Name), dates, "dates");
        }
    }

    private static (SubmissionUniverse Universe, double[] Values, ushort[]? Codes) Clean(GoldenCase golden)
    {
        string source = golden["src_id_col"].GetString()!;
        string aligned = golden.Has("dst_id_col") ? golden["dst_id_col"].GetString()! : source;
        SubmissionFormat format = GoldenTables.Of(source, golden["src_signal_col"].GetString()!);
        SubmissionUniverse universe = GoldenTables.Universe(GoldenTables.Table(golden["universe"]), aligned);
        byte[] file = GoldenTables.Parquet(GoldenTables.Table(golden["submission"]));
        (ParsedSubmission? parsed, SubmissionRefusal? refusal) = SubmissionParser.Parse(file, format);
        Assert.Null(refusal);
        bool ranked = golden.Flag("rank_and_fill", false);
        double[] values = SubmissionCleaning.Clean(parsed!, universe, ranked);
        KeyMap keys = universe.KeyMap(source)!;
        ushort[]? codes = ranked
            ? SubmissionCleaning.RankCodesOf(universe, keys, new LiveRows(parsed!, keys).ValuesByEntry, new RankWorkspace())
            : null;
        return (universe, values, codes);
    }

    private static void CompareCleaned(
        GoldenTally tally, GoldenCase golden, (SubmissionUniverse Universe, double[] Values, ushort[]? Codes) cleaned)
    {
        tally.Same(golden, GoldenJson.Texts(golden.Expected.GetProperty("index")), cleaned.Universe.Ids, "ids");
        double[] wanted = GoldenJson.Numbers(golden.Expected.GetProperty("values"));
        tally.Numbers(golden, wanted, cleaned.Values, "values");
        if (cleaned.Codes is ushort[] codes)
        {
            // Codes are the ranks of the filled ranks, which is what every score does to them first.
            double[] ranks = new double[wanted.Length];
            Ranks.TieKept(wanted, ranks);
            tally.Numbers(golden, ranks, [.. codes.Select(code => (double)code / (2 * codes.Length))], "codes");
        }
    }

    private static SubmissionMovement Movement(GoldenCase golden)
    {
        SubmissionSnapshot now = Snapshot(golden["curr_sub"], golden["curr_neutralizer"], golden["curr_sample_weight"]);
        return SubmissionMovement.Largest(now, [.. golden["prev_subs"].EnumerateObject().Select(earlier => Snapshot(
            earlier.Value, golden["prev_neutralizers"].GetProperty(earlier.Name), golden["prev_sample_weights"]
                .GetProperty(earlier.Name)))]);
    }

    private static SubmissionSnapshot Snapshot(JsonElement submission, JsonElement neutralizers, JsonElement weights)
    {
        Table table = new(
        [
            new TableColumn<string>(submission.GetProperty("index_name").GetString()!, GoldenJson.Texts(submission.GetProperty("index"))),
            new TableColumn<double>(submission.GetProperty("name").GetString()!, GoldenJson.Numbers(submission.GetProperty("values"))),
        ]);
        SubmissionFormat format = GoldenTables.Signals(dateRequired: false);
        (ParsedSubmission? parsed, SubmissionRefusal? refusal) = SubmissionParser.Parse(GoldenTables.Parquet(table), format);
        if (parsed is null)
        {
            throw new RefusedException(refusal!);
        }

        (SubmissionSnapshot? snapshot, refusal) = SubmissionSnapshot.Of(parsed, format, Frame(neutralizers), Frame(weights));
        return snapshot ?? throw new RefusedException(refusal!);
    }

    private static IndexedFrame Frame(JsonElement value) => value.GetProperty("type").GetString() == "series"
        ? IndexedFrame.Series(GoldenJson.Texts(value.GetProperty("index")), GoldenJson.Numbers(value.GetProperty("values")))
        : new IndexedFrame(
            GoldenJson.Texts(value.GetProperty("index")),
            GoldenJson.Texts(value.GetProperty("columns")),
            GoldenJson.Columns(value.GetProperty("data")));

    private sealed class RefusedException(SubmissionRefusal refusal) : Exception(refusal.Message)
    {
        public SubmissionRefusal Refusal { get; } = refusal;
    }
}
