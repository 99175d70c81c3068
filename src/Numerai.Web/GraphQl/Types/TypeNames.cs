using System.Text.Json;
using Numerai.Contracts;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.Rounds;

namespace Numerai.Web.GraphQl.Types;

/// <summary>Names of types in the schema, made from those of the records that REST answers with.</summary>
internal static class TypeNames
{
    private static readonly string[] _suffixes = ["Response", "Request", "View", "Node"];

    public static string Of(Type type) =>
        type == typeof(ProposedAction) ? "ProposalAction"
        : type == typeof(RoundResponse) ? "TournamentRound"
        : type == typeof(RoundStepResponse) ? "RoundStepProgress"
        : type == typeof(GovernanceInfo) ? "Governance"
        : type == typeof(RoleHolder) ? "Role"
        : type == typeof(VoteTally) ? "Tally"
        : type == typeof(ExecutedAction) ? "Execution"
        : type == typeof(Delegation) ? "Delegate"
        : type == typeof(TreasuryBalance) ? "Treasury"
        : type == typeof(TreasuryEmission) ? "Emission"
        : type == typeof(RoundStake) ? "RoundAmount"
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(CursorPage<>) ? Of(type.GetGenericArguments()[0]) + "Page"
        : _suffixes.FirstOrDefault(
            suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix ? type.Name[..^suffix.Length]
        : type.Name;

    public static string Field(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    public static string EnumValue(object value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()!);
}
