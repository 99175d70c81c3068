using Numerai.Contracts;
using Numerai.Web.GraphQl.Submissions;
using Numerai.Web.GraphQl.Types;

namespace Numerai.Web.GraphQl.Participants;

/// <param name="Username">The model's name: clients of the field call it so.</param>
/// <param name="Submissions">Newest first; for the owner only.</param>
/// <param name="V2Stake">Null without a stake.</param>
internal sealed record ModelNode(
    ModelId Id, string Name, string DisplayName, string Username, int Tournament, Deferred<IReadOnlyList<SubmissionNode>> Submissions,
    ModelNode.Stake? V2Stake)
{
    /// <param name="Status">"active", or "pending" while a release waits.</param>
    /// <param name="TxHash">Always null: a model's transfers are in the ledger.</param>
    internal sealed record Stake(string Status, string? TxHash);
}
