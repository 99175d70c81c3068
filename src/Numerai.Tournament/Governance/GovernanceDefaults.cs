using Numerai.Contracts;

namespace Numerai.Tournament.Governance;

/// <summary>What a tournament starts with.</summary>
public static class GovernanceDefaults
{
    public static GovernanceRules Rules { get; } = new(
        TimeSpan.FromDays(1), TimeSpan.FromDays(5), 4, TimeSpan.FromDays(2), TimeSpan.FromDays(14), Nmr.FromNmr(1));
}
