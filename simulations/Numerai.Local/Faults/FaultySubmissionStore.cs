using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Local.Faults;

/// <summary>A submission store whose changes fail by plan.</summary>
internal sealed class FaultySubmissionStore(ISubmissionStore submissions, FaultPlan plan) : ISubmissionStore
{
    public Task<SubmissionRecord> AcceptAsync(SubmissionRecord record, ReadOnlyMemory<ushort> codes) =>
        plan.ApplyAsync(FaultPoint.StoreSubmission, $"{record.Id}", () => submissions.AcceptAsync(record, codes));

    public Task<SubmissionRecord> AssignAsync(
        SubmissionId submission, RoundId round, string universeSha256, ReadOnlyMemory<ushort> codes, Movement? movement = null) =>
        plan.ApplyAsync(
            FaultPoint.StoreSubmission, $"{submission}", () => submissions.AssignAsync(submission, round, universeSha256, codes, movement));

    public Task RejectAsync(SubmissionId submission, string code, string message) =>
        ApplyAsync($"{submission}", () => submissions.RejectAsync(submission, code, message));

    public Task SealAsync(RoundId round) => ApplyAsync($"seal {round}", () => submissions.SealAsync(round));

    public Task<bool> IsSealedAsync(RoundId round) => submissions.IsSealedAsync(round);

    public Task<IReadOnlyList<SubmissionRecord>> SelectedAsync(RoundId round) => submissions.SelectedAsync(round);

    public Task<SubmissionRecord?> SelectedAsync(RoundId round, ModelId model) => submissions.SelectedAsync(round, model);

    public Task<IReadOnlyList<SubmissionRecord>> LateAsync(RoundId round) => submissions.LateAsync(round);

    public Task<IReadOnlyList<SubmissionRecord>> QueuedAsync(TournamentId tournament) => submissions.QueuedAsync(tournament);

    public Task<SubmissionRecord?> FindAsync(SubmissionId submission) => submissions.FindAsync(submission);

    public Task<IReadOnlyList<SubmissionRecord>> OfModelAsync(ModelId model, int limit) => submissions.OfModelAsync(model, limit);

    public Task ReadCodesAsync(IReadOnlyList<SubmissionId> submissionIds, int rows, Memory<ushort> destination) =>
        submissions.ReadCodesAsync(submissionIds, rows, destination);

    private Task<bool> ApplyAsync(string what, Func<Task> work) => plan.ApplyAsync(
        FaultPoint.StoreSubmission,
        what,
        async () =>
        {
            await work();
            return true;
        });
}
