using Numerai.Contracts;

namespace Numerai.Tournament.Accounts.Models;

/// <summary>All that is stored of one model; its stake is with its owner, its scores are with the rounds.</summary>
public sealed record ModelState(
    ModelId Id,
    TournamentId Tournament,
    string Name,
    AccountId Owner,
    string Username,
    DateTimeOffset Created,
    LatestSubmission? Latest)
{
    public ModelView View() => new(Id, Tournament, Name, Owner, Username, Created, Latest);
}
