using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Governance;

/// <param name="Power">0 for an account that had nothing, or let another one vote.</param>
internal sealed record VotingPowerNode(AccountId Account, Nmr Power);
