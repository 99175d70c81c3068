using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Participants;

internal sealed record AccountProfileNode(IReadOnlyList<AccountProfileNode.ProfileModel> Models)
{
    internal sealed record ProfileModel(ModelId Id, string DisplayName, int Tournament);
}
