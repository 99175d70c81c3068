using Numerai.Cli.CommandLine;
using Numerai.Client.Submissions;
using Numerai.Contracts;

namespace Numerai.Cli.Submissions;

internal static class SubmissionView
{
    public static DetailView<Submission> Detail { get; } = new DetailView<Submission>()
        .Field("submission", submission => submission.Id.ToString())
        .Field("status", Status)
        .Field("round", submission => submission.Round?.ToString())
        .Field("ids of round", submission => submission.IdsRound?.ToString())
        .Field("rows", submission => Format.Number(submission.Rows))
        .Field("dropped", submission => submission.Dropped == 0 ? null : $"{submission.Dropped} rows whose id is not live")
        .Field("received", submission => Format.Time(submission.Received))
        .Field("churn", submission => submission.Movement is { } movement ? Format.Share(movement.Churn) : null)
        .Field("turnover", submission => submission.Movement is { } movement ? Format.Share(movement.Turnover) : null)
        .Field("at risk", submission => submission.Movement is { } movement ? (movement.WithinLimits ? "the stake" : "nothing") : null)
        .Field("notes", submission => submission.Notes is { Count: > 0 } notes ? string.Join(" ", notes) : null)
        .Field("reason", submission => submission.Reason);

    public static TableView<Submission> Table { get; } = new TableView<Submission>(
        "There are no submissions yet; `numerai submit` makes one.")
        .Text("received", submission => Format.Time(submission.Received))
        .Text("round", submission => submission.Round?.ToString())
        .Text("status", Status)
        .Number("rows", submission => Format.Number(submission.Rows))
        .Number("churn", submission => Format.Share(submission.Movement?.Churn))
        .Number("turnover", submission => Format.Share(submission.Movement?.Turnover))
        .Text("file", submission => submission.Filename)
        .Text("id", submission => submission.Id.ToString());

    private static string Status(Submission submission) => submission.Status switch
    {
        SubmissionStatus.OnTime => "on time",
        SubmissionStatus.Late => "late",
        SubmissionStatus.Queued => "queued for the next round",
        _ => "rejected",
    }
        + (submission.OnEarlierIds ? $", on the ids of {Earlier(submission)}" : string.Empty);

    private static string Earlier(Submission submission) => submission.IdsRound is { } ids ? $"round {ids}" : "the previous round";
}
