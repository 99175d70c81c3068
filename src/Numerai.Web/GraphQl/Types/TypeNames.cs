using System.Text.Json;
using Numerai.Contracts;
using Numerai.Web.GraphQl.Fields;

namespace Numerai.Web.GraphQl.Types;

/// <summary>Names of types in the schema, made from those of the records that REST answers with.</summary>
internal static class TypeNames
{
    private static readonly string[] _suffixes = ["Response", "Request", "View", "Node"];

    /// <summary>Of contracts that are called otherwise elsewhere, because the name is taken here or was another one earlier.</summary>
    private static readonly Dictionary<Type, string> _own = new()
    {
        [typeof(ProposedAction)] = "ProposalAction",
        [typeof(Round)] = "TournamentRound",
        [typeof(RoundStepStatus)] = "RoundStepProgress",
        [typeof(RoundStake)] = "RoundAmount",
        [typeof(StakeChange)] = "ChangedStake",
        [typeof(GovernanceInfo)] = "Governance",
        [typeof(RoleHolder)] = "Role",
        [typeof(VoteTally)] = "Tally",
        [typeof(ExecutedAction)] = "Execution",
        [typeof(Delegation)] = "Delegate",
        [typeof(TreasuryBalance)] = "Treasury",
        [typeof(TreasuryEmission)] = "Emission",
    };

    public static string Of(Type type) =>
        _own.TryGetValue(type, out var own) ? own
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(CursorPage<>) ? Of(type.GetGenericArguments()[0]) + "Page"
        : _suffixes.FirstOrDefault(
            suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix ? type.Name[..^suffix.Length]
        : type.Name;

    public static string Field(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    public static string EnumValue(object value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()!);
}
