using Numerai.Contracts;

namespace Numerai.Tournament.Accounts.Models;

public sealed record ClaimModel(TournamentId Tournament, string Name, AccountId Owner, string Username);

/// <summary>A model as everyone sees it.</summary>
public sealed record ModelView(
    ModelId Id,
    TournamentId Tournament,
    string Name,
    AccountId Owner,
    string Username,
    DateTimeOffset Created,
    LatestSubmission? Latest);
