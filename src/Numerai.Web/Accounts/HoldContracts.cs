using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Web.Accounts;

/// <param name="Id">The same id again changes nothing.</param>
/// <param name="Amount">Absent for the whole account.</param>
/// <param name="Until">Absent for until it is released.</param>
internal sealed record PlaceHoldRequest(string Id, string Reason, string? Amount = null, DateTimeOffset? Until = null);

internal sealed record ReleaseHoldRequest(string Id);

/// <param name="Amount">What it keeps; of a whole account, what the wallet held when it was placed.</param>
/// <param name="Ended">Absent while it is in force.</param>
internal sealed record HoldResponse(
    string Id, Nmr Amount, bool WholeAccount, string Reason, DateTimeOffset Placed, DateTimeOffset? Until, DateTimeOffset? Ended)
{
    public static HoldResponse Of(Hold hold) =>
        new(hold.Id, hold.Amount, hold.WholeAccount, hold.Reason, hold.Placed, hold.Until, hold.Ended);
}
