using System.Text.Json;
using Numerai.Contracts;

namespace Numerai.Web.Governance;

/// <summary>Roles as the API writes them.</summary>
internal static class RoleNames
{
    public static string Of(CouncilRole role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());
}
