namespace Numerai.Contracts;

/// <summary>NMR that the operator keeps from being withdrawn or staked.</summary>
/// <param name="Amount">What it keeps; of a whole account, what the wallet held when it was placed.</param>
/// <param name="WholeAccount">Whether what comes into the wallet later stays there, too.</param>
/// <param name="Until">When it ends by itself; null for when it is released.</param>
/// <param name="Ended">Null while it is in force.</param>
public sealed record Hold(
    string Id,
    Nmr Amount,
    bool WholeAccount,
    string Reason,
    DateTimeOffset Placed,
    DateTimeOffset? Until = null,
    DateTimeOffset? Ended = null);
