using System.Runtime.InteropServices;

namespace Numerai.Verification.Audits;

/// <summary>What a round owes one model, as computed again from its scores.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SettledLeaf(Guid Staker, Int128 AtRisk, Int128 Payout, Int128 Burn);
