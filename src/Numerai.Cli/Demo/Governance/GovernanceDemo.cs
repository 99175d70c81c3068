using Numerai.Client;
using Spectre.Console;

namespace Numerai.Cli.Demo.Governance;

/// <summary>Plays the story of governance and agreements against a server, over HTTP, on the server's virtual clock.</summary>
internal sealed class GovernanceDemo(
    DemoOptions options, DemoServer server, IAnsiConsole console, DateTimeOffset start, CancellationToken cancellation)
{
    /// <summary>Round 2 stays open until the proposal was executed: it shows that an open round keeps its settings.</summary>
    private static readonly TimeSpan _secondRound = TimeSpan.FromDays(14);

    /// <returns>Whether everything came as it has to, and the transcript's hash.</returns>
    public async Task<(bool Holds, string Hash)> RunAsync()
    {
        var transcript = new Transcript(console) { Now = start };
        Directory.CreateDirectory(options.ParticipantsFolder);
        using var theOperator = new NumeraiClient(NumeraiConfiguration.Load(server.Url.ToString(), path: server.OperatorFile));
        using var stage = new GovernanceStage(
            server.Url, theOperator, new GovernanceMarket(options.Seed), transcript, options.ParticipantsFolder, cancellation);
        var rounds = new RoundsChapter(stage);
        await rounds.PrepareAsync();
        transcript.Chapter("A round under the old settings");
        await rounds.OpenAsync(1);
        await rounds.SettleAsync(1);
        await rounds.OpenAsync(2, transcript.Now + _secondRound);

        var ballot = new BallotChapter(stage, options.Seed);
        await ballot.ExecuteAsync(await ballot.VoteAsync(await ballot.ProposeAsync()));

        transcript.Chapter("The next round");
        await rounds.OpenAsync(3);
        var (open, next) = (await rounds.RoundAsync(2), await rounds.RoundAsync(3));
        transcript.Say(
            $"Round 2 is {open.Phase.ToString().ToLowerInvariant()} and keeps {RoundsChapter.Multipliers(open)}; round 3 has "
                + $"{RoundsChapter.Multipliers(next)}.");
        await rounds.SettleAsync(3);
        await rounds.SettleAsync(2);

        await new SaleChapter(stage).TellAsync();
        var holds = await new BooksChapter(stage, options.ExportFolder).TellAsync()
            && open.Settings.Version + 1 == next.Settings.Version && next.Settings.Payout.Multipliers["mmc"] == 3;
        Directory.CreateDirectory(options.ResultsFolder);
        await File.WriteAllTextAsync(Path.Combine(options.ResultsFolder, "transcript.txt"), transcript.Text, cancellation);
        return (holds, transcript.Hash[..16]);
    }
}
