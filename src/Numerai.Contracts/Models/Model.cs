namespace Numerai.Contracts;

/// <summary>A model as everyone sees it.</summary>
/// <param name="Tournament">Its number.</param>
/// <param name="Stake">Active stake.</param>
/// <param name="LatestSubmission">The latest accepted one; absent in lists.</param>
public sealed record Model(
    ModelId Id,
    TournamentId Tournament,
    string Name,
    AccountId Owner,
    string Username,
    DateTimeOffset Created,
    Nmr Stake,
    Nmr Pending,
    LatestSubmission? LatestSubmission);
