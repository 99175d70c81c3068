using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

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
    /// <summary>
    /// How many releases wait one by one. Each is a part of the account's row, with the rounds that it waits for; a further one joins one
    /// that waits for the same rounds and goes to the same place, of which there are no more than rounds in flight.
    /// </summary>
    public const int SingleReleases = 256;

    public Nmr Pending => Releases.Aggregate(Nmr.Zero, (sum, release) => sum + release.Amount);

    /// <summary>What is on its way to other models of a portfolio.</summary>
    [JsonIgnore]
    public Nmr Leaving => Releases.Aggregate(Nmr.Zero, (sum, release) => release.ToPortfolio ? sum + release.Amount : sum);

    /// <summary>Whether one more release may wait by itself, or joins another.</summary>
    public bool Takes(PendingRelease release) => Releases.Count < SingleReleases || Releases.Exists(release.Joins);

    /// <summary>With one more release that waits.</summary>
    public ModelStake Release(PendingRelease release)
    {
        var place = Releases.Count < SingleReleases ? -1 : Releases.FindLastIndex(release.Joins);
        return this with
        {
            Releases = place < 0
                ? Releases.Add(release)
                : Releases.SetItem(place, Releases[place] with { Amount = Releases[place].Amount + release.Amount }),
        };
    }
}

/// <param name="Amount">What is left of it.</param>
/// <param name="WaitsFor">Rounds that were in flight when it was asked for and have not resolved yet.</param>
public sealed record PendingRelease(string CommandId, Nmr Amount, DateTimeOffset Requested, ImmutableSortedSet<RoundId> WaitsFor)
{
    /// <summary>The model it goes to instead of the wallet.</summary>
    public ModelId? MoveTo { get; init; }

    /// <summary>Whether it goes to models of a portfolio, by what they lack then, instead of the wallet.</summary>
    public bool ToPortfolio { get; init; }

    /// <summary>Whether it can be one with another: they come free at once, to the same place.</summary>
    public bool Joins(PendingRelease other) =>
        MoveTo == other.MoveTo && ToPortfolio == other.ToPortfolio && WaitsFor.SetEquals(other.WaitsFor);
}
