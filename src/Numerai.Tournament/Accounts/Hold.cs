using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <summary>NMR that the operator keeps from leaving an account.</summary>
/// <param name="Id">Made by the operator; the same id again changes nothing.</param>
/// <param name="Amount">What it took out of the wallet; of a whole account, all that the wallet held when it was placed.</param>
/// <param name="WholeAccount">Whether what comes into the wallet later stays there, too.</param>
/// <param name="Reason">The participant reads it.</param>
/// <param name="Until">When it ends by itself; null for when it is released.</param>
/// <param name="Ended">When it was released or ended by itself; null while it is in force.</param>
public sealed record Hold(
    string Id, Nmr Amount, bool WholeAccount, string Reason, DateTimeOffset Placed, DateTimeOffset? Until, DateTimeOffset? Ended)
{
    public bool InForce => Ended is null;

    /// <summary>Whether its time has come; it ends with the account's next command.</summary>
    public bool IsOver(DateTimeOffset now) => InForce && Until <= now;
}
