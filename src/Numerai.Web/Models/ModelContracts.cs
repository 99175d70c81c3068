using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Models;

internal sealed record CreateModelRequest(int Tournament, string Name);

/// <param name="LatestSubmission">Absent in lists.</param>
internal sealed record ModelResponse(
    ModelId Id,
    TournamentId Tournament,
    string Name,
    AccountId Owner,
    string Username,
    DateTimeOffset Created,
    Nmr Stake,
    Nmr Pending,
    LatestSubmissionResponse? LatestSubmission)
{
    public static ModelResponse Of(ModelView view, ModelStakeView? stake) => new(
        view.Id,
        view.Tournament,
        view.Name,
        view.Owner,
        view.Username,
        view.Created,
        stake?.Active ?? Nmr.Zero,
        stake?.Pending ?? Nmr.Zero,
        view.Latest is { } latest ? new LatestSubmissionResponse(latest.Id, latest.Round, latest.Received) : null);

    public static ModelResponse Of(ModelRow row) =>
        new(row.Id, row.Tournament, row.Name, row.Owner, row.Username, row.Created, row.Stake, row.Pending, null);
}

/// <param name="Round">Null while the submission is queued.</param>
internal sealed record LatestSubmissionResponse(SubmissionId Id, RoundId? Round, DateTimeOffset Received);
