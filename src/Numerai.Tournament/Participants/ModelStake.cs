using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;

namespace Numerai.Tournament.Participants;

/// <summary>One model's stake.</summary>
/// <param name="Active">At risk in rounds that close from now on.</param>
/// <param name="Releases">Asked back, oldest first; they can still burn, but later rounds leave them out.</param>
/// <param name="AtRisk">What was at risk when each round in flight closed.</param>
public sealed record ModelStake(
    TournamentId Tournament,
    string Name,
    DateTimeOffset Created,
    Nmr Active,
    ImmutableList<PendingRelease> Releases,
    ImmutableSortedDictionary<RoundId, Nmr> AtRisk)
{
    public Nmr Pending => Releases.Aggregate(Nmr.Zero, (sum, release) => sum + release.Amount);

    /// <summary>What is on its way to other models of a portfolio.</summary>
    [JsonIgnore]
    public Nmr Leaving => Releases.Aggregate(Nmr.Zero, (sum, release) => release.ToPortfolio ? sum + release.Amount : sum);
}

/// <param name="Amount">What is left of it.</param>
/// <param name="WaitsFor">Rounds that were in flight when it was asked for and have not resolved yet.</param>
public sealed record PendingRelease(string CommandId, Nmr Amount, DateTimeOffset Requested, ImmutableSortedSet<RoundId> WaitsFor)
{
    /// <summary>The model it goes to instead of the wallet.</summary>
    public ModelId? MoveTo { get; init; }

    /// <summary>Whether it goes to models of a portfolio, by what they lack then, instead of the wallet.</summary>
    public bool ToPortfolio { get; init; }
}
