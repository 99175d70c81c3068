using System.Collections.Frozen;
using GraphQLParser.AST;
using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>
/// Operations that participants' clients know and that nothing here stands behind. They are told so by name, before their selections are
/// looked at, whose types there are none of either.
/// </summary>
internal static class UnsupportedOperations
{
    private const string Models = "Models are not uploaded to this server; predictions are.";
    private const string Chain = "Stakes are kept in this server's ledger, not in a contract; use v2ChangeStake and releaseStake.";
    private const string Texts = "Models have no texts and links here.";

    private static readonly FrozenDictionary<string, string> _reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["submissionDownloadAuth"] = "Files of submissions are downloaded with the key: GET /api/v1/submissions/{id}/file.",
        ["pipelineStatus"] = "Rounds say themselves how far they are: ask 'rounds', or listen to /events.",
        ["setSubmissionWebhook"] = "Webhooks belong to the account: POST /api/v1/account/webhooks.",
        ["triggerModelWebhook"] = "Webhooks are sent by events: POST /api/v1/account/webhooks.",
        ["setUserBio"] = Texts,
        ["setUserLink"] = Texts,
        ["computePickleUploadAuth"] = Models,
        ["createComputePickleUpload"] = Models,
        ["computePickleDataVersions"] = Models,
        ["computePickleDockerImages"] = Models,
        ["v3StakeAuth"] = Chain,
        ["v3StakeConfig"] = Chain,
        ["v3StakeRound"] = Chain,
        ["v3StakeClaim"] = Chain,
        [
            "dailyModelPerformances"] = "Reputations are not kept day by day; standings say what they are now: GET "
                + "/api/v1/standings/{tournament}/models.",
        ["latestNmrPrice"] = "There is no market of NMR here, hence no price.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => _reasons.Keys;

    /// <summary>Null when no operation of the document asks for one.</summary>
    public static Refusal? Check(GraphQLDocument document)
    {
        var asked = document.Definitions.OfType<GraphQLOperationDefinition>()
            .SelectMany(operation => operation.SelectionSet.Selections.OfType<GraphQLField>())
            .SelectMany(field => (field.SelectionSet?.Selections ?? []).OfType<GraphQLField>().Prepend(field))
            .Select(field => field.Name.StringValue)
            .FirstOrDefault(_reasons.ContainsKey);
        return asked is null ? null : new Refusal(ApiCodes.OperationNotSupported, $"'{asked}' is not supported. {_reasons[asked]}");
    }
}
