using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Participants;

/// <summary>A model of Signals.</summary>
/// <param name="TotalStake">The same as <paramref name="NmrStaked"/>.</param>
internal sealed record V2SignalsProfile(
    ModelId Id, DateTimeOffset StartDate, string Username, string? Bio, Nmr NmrStaked, double StakeValue, Nmr TotalStake)
    : ProfileNode(Id, StartDate, Username, Bio, NmrStaked, StakeValue);
