using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Numerai.Web.GraphQl.Types;
using Numerai.Web.Http;
using Numerai.Web.Models;
using Numerai.Web.Submissions;

namespace Numerai.Web.GraphQl.Submissions;

/// <summary>Submissions of a model as participants' clients read them.</summary>
internal sealed class SubmissionNodes(ISubmissionStore submissions, ModelLookup models, IActors actors)
{
    private const int Most = 10_000;

    /// <summary>For the owner with a key that may read submissions; refused to others when they ask for it.</summary>
    public Deferred<IReadOnlyList<SubmissionNode>> Of(ModelId model, Caller caller) => new(async () =>
    {
        if (!caller.Scopes.Contains(Scopes.ReadSubmissionInfo))
        {
            throw new RefusedException(TokenAuthentication.Forbidden(Scopes.ReadSubmissionInfo));
        }

        var own = await models.FindOwnAsync(model.ToString(), caller.Account);
        return own.Accepted ? await ReadAsync(model) : throw new RefusedException(own.Refusal);
    });

    public async Task<IReadOnlyList<SubmissionNode>> ReadAsync(ModelId model)
    {
        var records = await submissions.OfModelAsync(model, Most);
        var nodes = new List<SubmissionNode>(records.Count);
        var counted = new HashSet<RoundId>();
        foreach (var record in records)
        {
            var selected = record.Status == SubmissionStatus.OnTime && record.Round is { } on && counted.Add(on);
            var round = record.Round ?? await NextAsync(record.Tournament);
            var told = record.Answer();
            nodes.Add(new SubmissionNode(
                record.Id,
                record.Filename,
                record.Received,
                selected,
                new SubmissionNode.SubmissionRound(round.Tournament.Number, round.Number),
                record.Status,
                told.IdsRound,
                told.Notes ?? []));
        }

        return nodes;
    }

    private async Task<RoundId> NextAsync(TournamentId tournament)
    {
        var last = (await actors.Schedule(tournament).GetAsync()).Require().LastRound;
        var newest = await actors.Round(new RoundId(tournament, last)).GetAsync();
        return new RoundId(tournament, newest is { Accepted: true, Value.Phase: RoundPhase.Scheduled } ? last : last + 1);
    }
}
