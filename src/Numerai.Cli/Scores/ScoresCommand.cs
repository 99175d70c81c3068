using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Scores;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Scores;

internal sealed class ScoresCommand : ApiCommand
{
    private static readonly TableView<Score> _view = new TableView<Score>("There are no such scores yet.")
        .Text("round", score => score.Round.ToString())
        .Number("day", score => Format.Number(score.Day) + (score.Final ? " final" : string.Empty))
        .Text("model", score => score.ModelName)
        .Text("score", score => score.Name)
        .Number("value", score => Format.Score(score.Value))
        .Number("percentile", score => Format.Share(score.Percentile));

    private readonly Option<int?> _tournament = CommonOptions.AnyTournament();
    private readonly Option<int?> _round = new("--round") { Description = "Only this round; needs --tournament." };
    private readonly Option<string?> _model = new("--model", "-m")
    {
        Description = $"Only this model: id, or name within --tournament (else {Tournaments.Default.Name}).",
    };

    private readonly Option<string?> _name = new("--name") { Description = "Only this score: corr, mmc, bmc, fnc, cwmm ..." };
    private readonly Option<int?> _day = new("--day") { Description = "Only this day; 0 for the latest of each round." };
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public ScoresCommand()
        : base("scores", "Published scores by round (newest first), day, model and name.")
    {
        Options.Add(_tournament);
        Options.Add(_round);
        Options.Add(_model);
        Options.Add(_name);
        Options.Add(_day);
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var filter = new ScoreFilter(
            context.Get(_tournament), context.Get(_round), context.Get(_model), context.Get(_name), context.Get(_day));
        context.Output.Write(
            await client.Scores.ListAsync(filter, context.Get(_limit), context.Get(_offset), context.Cancellation), _view);
    }
}
