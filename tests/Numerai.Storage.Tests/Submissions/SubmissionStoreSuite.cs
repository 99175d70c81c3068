using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Tests.Submissions;

/// <summary>What a submission store does, wherever it keeps them.</summary>
public abstract class SubmissionStoreSuite
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly RoundId _round = new(TournamentId.Classic, 7);
    private static readonly ushort[] _codes = [1, 3, 5, 7];

    protected abstract ISubmissionStore Store { get; }

    [Fact]
    public async Task An_accepted_submission_is_found_again_as_it_was()
    {
        var record = Record("ada", "1") with
        {
            Delayed = true,
            Dropped = 3,
            Received = _noon.AddTicks(1),
            IdsRound = _round with { Number = _round.Number - 1 },
        };
        await Store.AcceptAsync(record, _codes);

        Assert.Equal(record, await Store.FindAsync(record.Id));
        Assert.Null(await Store.FindAsync(new SubmissionId(Guid.NewGuid())));
    }

    [Fact]
    public async Task The_same_id_again_answers_with_the_first_and_changes_nothing()
    {
        var first = await Store.AcceptAsync(Record("ada", "1"), _codes);
        await Store.SealAsync(_round);
        var again = await Store.AcceptAsync(Record("ada", "1") with { Filename = "other.csv" }, new ushort[] { 9 });

        Assert.Equal(first, again);
        Assert.Equal(_codes.ToArray(), await CodesAsync(4, first.Id));
    }

    [Fact]
    public async Task After_the_seal_what_asks_to_be_on_time_is_late()
    {
        Assert.False(await Store.IsSealedAsync(_round));
        await Store.SealAsync(_round);
        await Store.SealAsync(_round);
        Assert.True(await Store.IsSealedAsync(_round));
        var record = await Store.AcceptAsync(Record("ada", "1"), _codes);

        Assert.Equal(SubmissionStatus.Late, record.Status);
        Assert.Equal(record, Assert.Single(await Store.LateAsync(_round)));
        Assert.Empty(await Store.SelectedAsync(_round));
    }

    [Fact]
    public async Task A_seal_holds_for_its_round_only()
    {
        await Store.SealAsync(_round);
        var other = await Store.AcceptAsync(Record("ada", "1", round: _round with { Number = 8 }), _codes);
        var elsewhere = await Store.AcceptAsync(
            Record("ada", "2", round: new RoundId(TournamentId.Signals, 7)) with { Tournament = TournamentId.Signals }, _codes);

        Assert.Equal(SubmissionStatus.OnTime, other.Status);
        Assert.Equal(SubmissionStatus.OnTime, elsewhere.Status);
    }

    [Fact]
    public async Task What_asks_to_be_late_is_late_before_the_seal_too() => Assert.Equal(
        SubmissionStatus.Late, (await Store.AcceptAsync(Record("ada", "1", SubmissionStatus.Late), _codes)).Status);

    [Fact]
    public async Task The_latest_received_on_time_submission_of_each_model_is_selected_in_order_of_model_ids()
    {
        await Store.AcceptAsync(Record("ada", "2") with { Received = _noon.AddMinutes(2) }, _codes);
        await Store.AcceptAsync(Record("ada", "1") with { Received = _noon.AddMinutes(1) }, _codes);
        await Store.AcceptAsync(Record("bob", "1"), _codes);
        await Store.AcceptAsync(Record("cyd", "1"), _codes);
        await Store.AcceptAsync(Record("cyd", "late", SubmissionStatus.Late) with { Received = _noon.AddHours(2) }, _codes);

        var selected = await Store.SelectedAsync(_round);

        Assert.Equal(selected.OrderBy(record => record.Model), selected);
        Assert.Equal(
            new[] { Id("ada", "2"), Id("bob", "1"), Id("cyd", "1") }.Order(), selected.Select(record => record.Id).Order());
    }

    [Fact]
    public async Task Of_two_received_at_the_same_instant_the_one_accepted_last_counts()
    {
        await Store.AcceptAsync(Record("ada", "first"), _codes);
        await Store.AcceptAsync(Record("ada", "second"), _codes);

        Assert.Equal(Id("ada", "second"), Assert.Single(await Store.SelectedAsync(_round)).Id);
    }

    [Fact]
    public async Task Late_gives_the_latest_late_one_of_models_without_an_on_time_one()
    {
        await Store.AcceptAsync(Record("ada", "1"), _codes);
        await Store.AcceptAsync(Record("ada", "2", SubmissionStatus.Late), _codes);
        await Store.AcceptAsync(Record("bob", "1", SubmissionStatus.Late), _codes);
        await Store.AcceptAsync(Record("bob", "2", SubmissionStatus.Late) with { Received = _noon.AddMinutes(1) }, _codes);

        Assert.Equal(Id("bob", "2"), Assert.Single(await Store.LateAsync(_round)).Id);
    }

    [Fact]
    public async Task A_queued_submission_waits_and_is_then_assigned_to_a_round_with_new_codes()
    {
        var queued = await Store.AcceptAsync(Queued("ada", "1"), _codes);
        Assert.Equal(queued, Assert.Single(await Store.QueuedAsync(TournamentId.Classic)));
        Assert.Empty(await Store.QueuedAsync(TournamentId.Signals));

        var assigned = await Store.AssignAsync(queued.Id, _round, "new universe", new ushort[] { 2, 2, 5 });
        var again = await Store.AssignAsync(queued.Id, _round, "newer universe", new ushort[] { 1, 1, 1 });

        Assert.Equal(queued with { Round = _round, UniverseSha256 = "new universe", Status = SubmissionStatus.OnTime }, assigned);
        Assert.Equal(assigned, again);
        Assert.Equal(assigned, Assert.Single(await Store.SelectedAsync(_round)));
        Assert.Equal(new ushort[] { 2, 2, 5 }, await CodesAsync(3, queued.Id));
        Assert.Empty(await Store.QueuedAsync(TournamentId.Classic));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AssignAsync(queued.Id, _round with { Number = 8 }, "x", _codes));
    }

    [Fact]
    public async Task Only_the_latest_queued_one_of_each_model_waits()
    {
        await Store.AcceptAsync(Queued("ada", "1"), _codes);
        await Store.AcceptAsync(Queued("ada", "2"), _codes);
        await Store.AcceptAsync(Queued("bob", "1"), _codes);

        var queued = await Store.QueuedAsync(TournamentId.Classic);

        Assert.Equal(new[] { Id("ada", "2"), Id("bob", "1") }.Order(), queued.Select(record => record.Id).Order());
        Assert.Equal(queued.OrderBy(record => record.Model), queued);
    }

    [Fact]
    public async Task A_queued_submission_can_be_rejected_with_its_reason_and_a_selected_one_cannot()
    {
        var queued = await Store.AcceptAsync(Queued("ada", "1"), _codes);
        var selected = await Store.AcceptAsync(Record("bob", "1"), _codes);
        await Store.RejectAsync(queued.Id, "invalid_submission_ids", "No id maps.");
        await Store.RejectAsync(queued.Id, "other", "Again.");

        var rejected = await Store.FindAsync(queued.Id);
        Assert.Equal(queued with { Status = SubmissionStatus.Rejected, Reason = "invalid_submission_ids: No id maps." }, rejected);
        Assert.Empty(await Store.QueuedAsync(TournamentId.Classic));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.RejectAsync(selected.Id, "x", "y"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.RejectAsync(new SubmissionId(Guid.NewGuid()), "x", "y"));
    }

    [Fact]
    public async Task A_record_whose_status_does_not_fit_its_round_is_a_fault()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => Store.AcceptAsync(Queued("ada", "1") with { Status = SubmissionStatus.OnTime }, _codes));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AcceptAsync(Record("ada", "1", SubmissionStatus.Queued), _codes));
    }

    [Fact]
    public async Task Submissions_of_a_model_come_newest_first()
    {
        foreach (var minute in new[] { 3, 1, 2, 4 })
        {
            await Store.AcceptAsync(Record("ada", $"{minute}") with { Received = _noon.AddMinutes(minute) }, _codes);
        }

        var newest = await Store.OfModelAsync(NamedUuid.Model(TournamentId.Classic, "ada"), 3);

        Assert.Equal([4, 3, 2], newest.Select(record => (int)(record.Received - _noon).TotalMinutes));
    }

    [Fact]
    public async Task Codes_are_read_into_one_model_major_block()
    {
        ushort[] other = [ushort.MaxValue, 0, 1, 256];
        await Store.AcceptAsync(Record("ada", "1"), _codes);
        await Store.AcceptAsync(Record("bob", "1"), other);

        Assert.Equal((ushort[])[.. other, .. _codes, .. other], await CodesAsync(4, Id("bob", "1"), Id("ada", "1"), Id("bob", "1")));
    }

    [Fact]
    public async Task Codes_of_another_universe_or_an_unknown_submission_are_a_fault()
    {
        await Store.AcceptAsync(Record("ada", "1"), _codes);

        await Assert.ThrowsAsync<InvalidDataException>(() => CodesAsync(5, Id("ada", "1")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => CodesAsync(4, Id("ada", "unknown")));
    }

    [Fact]
    public async Task Whatever_races_with_the_seal_is_either_selected_or_late()
    {
        var start = new TaskCompletionSource();
        var accepts = Enumerable.Range(0, 400).Select(number => Task.Run(async () =>
        {
            await start.Task;
            return await Store.AcceptAsync(Record($"model{number}", "1"), _codes);
        })).ToList();
        var selecting = Task.Run(async () =>
        {
            await start.Task;
            await accepts[10];
            await Store.SealAsync(_round);
            return await Store.SelectedAsync(_round);
        });
        start.SetResult();

        var accepted = await Task.WhenAll(accepts);
        var selected = await selecting;
        var late = await Store.LateAsync(_round);

        Assert.Equal(accepted.Where(record => record.Status == SubmissionStatus.OnTime).Select(record => record.Id).Order(), Ids(selected));
        Assert.Equal(accepted.Where(record => record.Status == SubmissionStatus.Late).Select(record => record.Id).Order(), Ids(late));
        Assert.Equal(400, selected.Count + late.Count);
    }

    private static IEnumerable<SubmissionId> Ids(IEnumerable<SubmissionRecord> records) => records.Select(record => record.Id).Order();

    private static SubmissionId Id(string model, string upload) =>
        NamedUuid.Submission(NamedUuid.Model(TournamentId.Classic, model), upload);

    private static SubmissionRecord Queued(string model, string upload) =>
        Record(model, upload, SubmissionStatus.Queued) with { Round = null };

    private static SubmissionRecord Record(
        string model, string upload, SubmissionStatus status = SubmissionStatus.OnTime, RoundId? round = null) => new(
        Id(model, upload),
        TournamentId.Classic,
        round ?? _round,
        NamedUuid.Model(TournamentId.Classic, model),
        NamedUuid.Account("ada"),
        $"{model}-{upload}.csv",
        "file hash",
        "universe hash",
        status,
        false,
        4,
        0,
        _noon);

    private async Task<ushort[]> CodesAsync(int rows, params SubmissionId[] submissions)
    {
        var codes = new ushort[submissions.Length * rows];
        await Store.ReadCodesAsync(submissions, rows, codes);
        return codes;
    }
}
