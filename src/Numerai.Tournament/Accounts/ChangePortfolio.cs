using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <param name="CommandId">Made by the caller; the same id again changes nothing and answers as the first time, with the portfolio as it is
/// by then.</param>
/// <param name="Amount">Of an increase or a decrease; positive.</param>
/// <param name="Weights">Of a new set; none to end the portfolio.</param>
public sealed record ChangePortfolio(
    string CommandId, TournamentId Tournament, PortfolioChangeType Type, Nmr Amount, ImmutableArray<PortfolioWeight> Weights)
{
    /// <summary>The tournament's rules for stakes; no part of what makes a command the same.</summary>
    public StakeSettings? Rules { get; init; }

    /// <summary>Whether it asks for the same; weights are compared one by one.</summary>
    internal bool IsSame(ChangePortfolio other) =>
        (CommandId, Tournament, Type, Amount) == (other.CommandId, other.Tournament, other.Type, other.Amount)
            && Weights.SequenceEqual(other.Weights);
}
