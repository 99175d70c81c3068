using Numerai.Contracts;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.Operators;

namespace Numerai.Web.GraphQl.Rounds;

/// <summary>Steps of rounds under way, for those who may resolve rounds.</summary>
internal static class StepFields
{
    public static void Add(FieldMaker queries, FieldMaker mutations)
    {
        var access = Access.With(CouncilRole.ResolveRounds);
        queries.Add("roundStep", "What a round is in the middle of, and how far it is.", StepEndpoints.GetAsync, access);
        queries.Add("roundSteps", "Every step of a round that is under way.", StepEndpoints.ListAsync, access);
        mutations.Add(
            "retryRoundStep", "Try a step again now that has failed or was refused.", StepEndpoints.RetryAsync, access);
        mutations.Add("abortRoundStep", "Give a step up that has neither pinned nor paid anyone.", StepEndpoints.AbortAsync, access);
    }
}
