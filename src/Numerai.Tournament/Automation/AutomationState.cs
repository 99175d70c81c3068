using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Automation;

/// <summary>All that is stored of a tournament's automation.</summary>
/// <param name="NextOpening">Times to open before this are dealt with.</param>
/// <param name="Pending">A step that was begun; it is noted as done when it is found done.</param>
public sealed record AutomationState(
    TournamentId Tournament,
    bool Enabled,
    string Feed,
    string Prefix,
    DateTimeOffset? NextOpening,
    AutomationStep? Pending,
    ImmutableList<AutomationRecord> Recent)
{
    public const int RememberedSteps = 128;

    /// <summary>What the latest tick could not do; each stands as an alert.</summary>
    public ImmutableArray<AutomationWait> Waits { get; init; } = [];

    /// <summary>
    /// Steps that rounds were asked for and are at work on; they are not asked again, and noted as done when they are found done.
    /// </summary>
    public ImmutableArray<AutomationStep> Asked { get; init; } = [];

    /// <summary>When a web feed is asked again for what failed.</summary>
    public ImmutableArray<AutomationRetry> Retries { get; init; } = [];

    public static AutomationState Initial(TournamentId tournament) => new(tournament, false, string.Empty, string.Empty, null, null, []);

    /// <summary>Without what may be a secret in a feed's address that was stored before addresses were checked.</summary>
    public AutomationState Redacted() => FeedAddress.Redact(Feed) is var feed && feed == Feed ? this : this with { Feed = feed };

    public AutomationView View() => new(
        Tournament, Enabled, FeedAddress.Redact(Feed), Prefix, NextOpening, [.. Waits.Select(wait => wait.ToString())], [.. Recent]);
}
