using Numerai.Tournament.Accounts;

namespace Numerai.Web.Accounts;

/// <summary>Holds as REST tells of them.</summary>
internal static class HoldAnswers
{
    public static Contracts.Hold Answer(this Hold hold) =>
        new(hold.Id, hold.Amount, hold.WholeAccount, hold.Reason, hold.Placed, hold.Until, hold.Ended);
}
