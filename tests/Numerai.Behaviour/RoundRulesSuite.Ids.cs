using Numerai.Contracts;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <content>Whose ids a submission stands on.</content>
public abstract partial class RoundRulesSuite
{
    [Fact]
    public async Task A_submission_on_the_round_befores_ids_says_so()
    {
        await OpenedAsync(1);
        await Played.OpenAsync(2);

        var fresh = (await Played.SubmitAsync(Models[0], 2)).Require();
        var stale = (await Played.SubmitAsync(Models[0], 1)).Require();

        Assert.Equal((Round(2), false, null), (fresh.IdsRound, fresh.Delayed, fresh.Notes));
        Assert.Equal((Round(1), Round(2), true), (stale.IdsRound, stale.Round, stale.Delayed));
        Assert.StartsWith("The ids are those of round 8/1, not of round 8/2: ", stale.Notes, StringComparison.Ordinal);
        Assert.Contains("Download v5.2/live_2.parquet", stale.Notes, StringComparison.Ordinal);
        Assert.Equal(stale, await Host.Submissions.FindAsync(stale.Id));
    }

    [Fact]
    public async Task Ids_of_an_older_round_are_refused_by_its_number()
    {
        await OpenedAsync(1);
        await OpenedAsync(2);
        await Played.OpenAsync(3);

        var refused = (await Played.SubmitAsync(Models[0], 1)).Refusal!;

        Assert.Equal("invalid_submission_ids", refused.Code);
        Assert.Equal(
            "The ids are those of round 8/1, not of round 8/3, and can't be carried over; download v5.2/live_3.parquet and predict on "
                + "that.",
            refused.Message);
        Assert.Empty(await Host.Submissions.SelectedAsync(Round(3)));
    }

    [Fact]
    public async Task What_waits_for_the_next_round_says_whose_ids_it_has_before_and_after()
    {
        await OpenedAsync(1);

        var queued = (await Played.SubmitAsync(Models[0], 1)).Require();
        Assert.Equal((SubmissionStatus.Queued, Round(1)), (queued.Status, queued.IdsRound));
        Assert.Contains("the ids are those of round 8/1", queued.Notes, StringComparison.Ordinal);

        await Played.OpenAsync(2);
        var carried = (await Host.Submissions.SelectedAsync(Round(2))).Single();
        Assert.Equal((queued.Id, Round(2), (RoundId?)Round(1), queued.Notes), (carried.Id, carried.Round, carried.IdsRound, carried.Notes));
    }

    [Fact]
    public async Task Ids_that_would_be_two_rounds_old_when_the_next_opens_are_not_queued()
    {
        await OpenedAsync(1);
        await OpenedAsync(2);

        var refused = (await Played.SubmitAsync(Models[0], 1)).Refusal!;

        Assert.Equal("invalid_submission_ids", refused.Code);
        Assert.StartsWith("The ids are those of round 8/1, not of round 8/2, ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await Host.Submissions.QueuedAsync(TournamentId.Classic));
    }

    [Fact]
    public async Task The_live_round_is_the_open_one_or_else_the_newest()
    {
        var none = await LiveRound.FindAsync(Host.Actors, TournamentId.Classic, Host.Time.GetUtcNow());
        Assert.Equal("round_not_open", none.Refusal?.Code);
        var first = await Played.OpenAsync(1);
        Assert.Equal((first.Id, true), await LiveAsync());
        await CloseAsync(1);
        Assert.Equal((first.Id, false), await LiveAsync());
        Assert.Equal(((await Played.OpenAsync(2)).Id, true), await LiveAsync());
    }

    private async Task<(RoundId Round, bool Open)> LiveAsync()
    {
        var live = (await LiveRound.FindAsync(Host.Actors, TournamentId.Classic, Host.Time.GetUtcNow())).Require();
        return (live.Round.Id, live.Open);
    }

    /// <summary>A round that opened and closed.</summary>
    private async Task OpenedAsync(int round)
    {
        await Played.OpenAsync(round);
        await CloseAsync(round);
    }
}
