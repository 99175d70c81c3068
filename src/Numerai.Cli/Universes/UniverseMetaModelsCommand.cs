using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Signals;
using Numerai.Data.Tables;

namespace Numerai.Cli.Universes;

/// <summary>Makes the file by which diagnostics over a history know MMC and MPC.</summary>
internal sealed class UniverseMetaModelsCommand : ApiCommand
{
    private static readonly DetailView<Written> _view = new DetailView<Written>()
        .Field("file", written => written.File)
        .Field("days", written => Format.Number(written.Days))
        .Field("rows", written => Format.Number(written.Rows))
        .Field(
            "left out",
            written =>
                written.Unresolved == 0
                    ? null
                    : $"{Format.Number(written.Unresolved)} rounds that have none, because nothing was at risk or they are not resolved");

    private readonly Option<int> _first = new("--first") { Description = "The first round.", HelpName = "NUMBER", Required = true };
    private readonly Option<int> _last = new("--last") { Description = "The last round.", HelpName = "NUMBER", Required = true };

    private readonly Option<string> _out = new("--out")
    {
        Description = "The file to write; publish it beside the validation.parquet of the history.",
        DefaultValueFactory = _ => SignalHistoryFiles.MetaModelName,
    };

    private readonly Option<int> _tournament = DayOption.TournamentOfFiles();

    public UniverseMetaModelsCommand()
        : base(
            "meta-models",
            "The naive-weighted meta models of resolved rounds by day, as the file that diagnostics over a history take MMC and MPC from.")
    {
        foreach (var option in new Option[] { _first, _last, _out, _tournament })
        {
            Options.Add(option);
        }
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var days = new SortedDictionary<DateOnly, MetaModel>();
        var unresolved = 0;
        for (var number = context.Get(_first); number <= context.Get(_last); number++)
        {
            var round = await client.Rounds.GetAsync(context.Get(_tournament), number, context.Cancellation);
            try
            {
                var metaModel = await client.Rounds.GetMetaModelAsync(context.Get(_tournament), number, naive: true, context.Cancellation);
                days[round.Universe ?? DateOnly.FromDateTime(round.Opens.UtcDateTime)] = metaModel;
            }
            catch (NumeraiApiException refused) when (refused.Code == "meta_model_not_found")
            {
                unresolved++;
            }
        }

        var table = new Table(
        [
            new TableColumn<string>(DayOption.FilesOf(context.Get(_tournament)).KeyColumn, [.. days.Values.SelectMany(day => day.Ids)]),
            new TableColumn<DateOnly>("date", [.. days.SelectMany(day => Enumerable.Repeat(day.Key, day.Value.Ids.Count))]),
            new TableColumn<double>("numerai_meta_model", [.. days.Values.SelectMany(day => day.Values)]),
        ]);
        ParquetFile.Write(context.Get(_out)!, table);
        context.Output.Write(new Written(context.Get(_out)!, days.Count, table.RowCount, unresolved), _view);
    }

    private sealed record Written(string File, int Days, int Rows, int Unresolved);
}
