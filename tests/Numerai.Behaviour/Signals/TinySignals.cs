using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Signals;
using Numerai.Data.Tables;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Tournament.Treasury;
using Numerai.Tournament.Universes;

namespace Numerai.Behaviour.Signals;

/// <summary>A Signals tournament of 120 securities known by four kinds of id, three models, daily rounds and two scoring days.</summary>
public sealed class TinySignals(ITournamentHost host)
{
    public const int Rows = 120;
    public const int Days = 2;
    public const int Neutralizers = 3;

    public static ImmutableArray<TinyModel> Models { get; } =
    [
        new("ada", "steady", 0.9, 100) { Tournament = TournamentId.Signals },
        new("bob", "contrary", -0.8, 60) { Tournament = TournamentId.Signals },
        new("cyd", "restless", 0, 40) { Tournament = TournamentId.Signals },
    ];

    public static RoundId Round(int number) => new(TournamentId.Signals, number);

    public static DateOnly Date(int number) => DateOnly.FromDateTime(TinyTournament.Start.UtcDateTime).AddDays(number - 1);

    public static string Ticker(int row) => string.Create(CultureInfo.InvariantCulture, $"N{row:000} US");

    public static string Sedol(int row) => string.Create(CultureInfo.InvariantCulture, $"B{row:000000}");

    public async Task PrepareAsync()
    {
        (await host.Actors.Treasury().MintAsync(new Mint("genesis", Nmr.FromNmr(1000)))).Require();
        var schedule = host.Actors.Schedule(TournamentId.Signals);
        var settings = (await schedule.GetAsync()).Require().Settings;
        (await schedule.ChangeSettingsAsync(settings with { Version = 2, Scoring = new ScoringSettings(Days, 2) })).Require();
        foreach (var model in Models)
        {
            var participant = host.Actors.Participant(model.Account);
            var key = new AddApiKey($"{model.Owner.ToUpperInvariant()}KEY".PadRight(32, 'A'), new string('0', 64), "first", ["read"]);
            (await participant.RegisterAsync(new RegisterAccount(model.Owner, key))).Require();
            (await participant.DepositAsync(new Deposit("first", Nmr.FromNmr(500)))).Require();
            (await participant.CreateModelAsync(new CreateModel(TournamentId.Signals, model.Name, settings.Accounts))).Require();
            (await participant.ChangeStakeAsync(TinyTournament.Increase(model, "stake", model.Stake))).Require();
        }
    }

    /// <summary>Publishes the files of a day and makes them its universe.</summary>
    public async Task<Outcome<UniverseView>> PublishUniverseAsync(int number)
    {
        var prefix = $"signals/v2.1/{UniverseId.Day(Date(number))}";
        await PublishAsync($"{prefix}/live.parquet", Live());
        await PublishAsync($"{prefix}/sample_weights.parquet", SampleWeights());
        await PublishAsync($"{prefix}/neutralizer.parquet", Neutralizer());
        var settings = (await host.Actors.Schedule(TournamentId.Signals).GetAsync()).Require().Settings;
        return await host.Actors.Universe(new UniverseId(TournamentId.Signals, Date(number))).PublishAsync(new PublishUniverse(
            $"{prefix}/live.parquet", $"{prefix}/neutralizer.parquet", $"{prefix}/sample_weights.parquet", settings.Submission));
    }

    public async Task<RoundView> OpenAsync(int number)
    {
        (await PublishUniverseAsync(number)).Require();
        return (await host.Actors.OpenRoundAsync(TournamentId.Signals,
            new OpenNextRound(number, null, null, string.Empty, null, null, Date(number)))).Require();
    }

    public async Task<Outcome<SubmissionRecord>> SubmitAsync(TinyModel model, string csv)
    {
        var service = new SubmissionService(host.Actors, host.Uploads, host.Submissions, host.Objects, host.Time);
        var ticket = (await service.BeginAsync(model.Account, model.Id, $"{model.Name}.csv")).Require();
        var body = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        await host.Uploads.ReceiveAsync(ticket.Filename, body, host.Time.GetUtcNow(), CancellationToken.None);
        return await service.CreateAsync(model.Account, model.Id, ticket.Filename);
    }

    public async Task<Outcome<RoundView>> PublishTargetAsync(int number, int day, bool early = true)
    {
        var target = await host.Objects.PutAsync($"incoming/{number}/day-{day}.csv", Encoding.UTF8.GetBytes(Target(day)));
        return await host.Actors.FinishAsync(Round(number), round => round.PublishTargetAsync(new PublishTarget(day, target, early)));
    }

    /// <summary>A model's signal: its share of the truth, and noise that only the restless model draws anew for each round.</summary>
    public static double[] Signal(TinyModel model, int number)
    {
        var noise = Draws(model.Skill == 0 ? $"{model.Name}/{number}" : model.Name);
        var truth = Draws("truth");
        return [.. truth.Select((value, row) => 0.5 + (0.45 * ((model.Skill * value) + ((1 - Math.Abs(model.Skill)) * noise[row]))))];
    }

    public static string Csv(string header, double[] signal, Func<int, string> id) =>
        header + "\n" + string.Concat(signal.Select((value, row) => $"{id(row)},{value.ToString("R", CultureInfo.InvariantCulture)}\n"));

    public static double[] Weights() => [.. Draws("weights").Select(value => 1 + (0.5 * value))];

    public static IReadOnlyList<double[]> Basis() => WeightedBasis.Of(
        [[.. Enumerable.Repeat(1.0, Rows)], Draws("factor 1"), Draws("factor 2")], Weights());

    /// <summary>Bins of the four targets, which differ by their noise.</summary>
    public static double[] Target(string column, int day)
    {
        var noise = Draws($"{column}/{day}");
        return [.. Draws("truth").Select((value, row) => Math.Round(2 + (2 * Math.Clamp(value + (0.3 * noise[row]), -1, 1))) / 4)];
    }

    /// <summary>The files of a day's universe, by the ends of their names.</summary>
    public static IEnumerable<(string Suffix, byte[] Content)> UniverseFiles() =>
        [(string.Empty, Bytes(Live())), ("_neutralizer", Bytes(Neutralizer())), ("_sample_weights", Bytes(SampleWeights()))];

    public static byte[] Bytes(Table table)
    {
        using var content = new MemoryStream();
        ParquetFile.Write(content, table);
        return content.ToArray();
    }

    public static string Target(int day)
    {
        string[] columns = ["target", "target_factor_feat_neutral", "target_factor_neutral", "target_raw_return"];
        var values = columns.Select(column => Target(column, day)).ToArray();
        return $"numerai_ticker,{string.Join(',', columns)}\n" + string.Concat(Enumerable.Range(0, Rows).Select(row =>
            $"{Ticker(row)},{string.Join(',', values.Select(column => column[row].ToString(CultureInfo.InvariantCulture)))}\n"));
    }

    private static double[] Draws(string name)
    {
        var random = new Random(BitConverter.ToInt32(NamedUuid.Create(name).ToByteArray()));
        return [.. Enumerable.Range(0, Rows).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    private static TableColumn<string> Tickers() => new("numerai_ticker", [.. Enumerable.Range(0, Rows).Select(Ticker)]);

    private static Table Live() => new(
    [
        Tickers(),
        new TableColumn<string>("ticker", [.. Enumerable.Range(0, Rows).Select(row => Ticker(row)[..4])]),
        new TableColumn<string>("sedol", [.. Enumerable.Range(0, Rows).Select(Sedol)]),
        new TableColumn<sbyte>("feature_one", [.. Draws("feature").Select(value => (sbyte)Math.Floor((value + 1) * 2.499))]),
    ]);

    private static Table SampleWeights() => new([Tickers(), new TableColumn<double>("sample_weight", Weights())]);

    private static Table Neutralizer() => new(
        [Tickers(), .. Basis().Select((column, index) => new TableColumn<double>($"neutralizer_{index}", column))]);

    private async Task PublishAsync(string name, Table table)
    {
        using var content = new MemoryStream(Bytes(table), writable: false);
        await host.Datasets.PublishAsync(name, content, host.Time.GetUtcNow(), CancellationToken.None);
    }
}
