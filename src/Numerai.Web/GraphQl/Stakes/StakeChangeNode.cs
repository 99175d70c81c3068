using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Stakes;

/// <param name="Id">The command's id.</param>
/// <param name="DueDate">When the rounds that a release waits for are due to resolve; null when it is done.</param>
/// <param name="Type">"increase", "decrease" or "drain".</param>
/// <param name="Status">"done", or "pending" while a release waits for rounds.</param>
internal sealed record StakeChangeNode(string Id, DateTimeOffset? DueDate, Nmr RequestedAmount, string Status, string Type, bool Drain);
