using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Participants;

/// <summary>A model, under the name that clients' fragments give the type.</summary>
internal sealed record V3UserProfile(ModelId Id, DateTimeOffset StartDate, string Username, string? Bio, Nmr NmrStaked, double StakeValue)
    : ProfileNode(Id, StartDate, Username, Bio, NmrStaked, StakeValue);
