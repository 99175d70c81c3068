using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Participants;

/// <param name="Username">The model's name.</param>
/// <param name="Bio">Always null: models have no texts here.</param>
/// <param name="NmrStaked">The active stake, exact.</param>
/// <param name="StakeValue">The same as a number, as clients of the field expect it.</param>
internal record ProfileNode(ModelId Id, DateTimeOffset StartDate, string Username, string? Bio, Nmr NmrStaked, double StakeValue);
