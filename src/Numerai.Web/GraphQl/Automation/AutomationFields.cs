using Numerai.Contracts;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.Operators;

namespace Numerai.Web.GraphQl.Automation;

/// <summary>Rounds that run by themselves.</summary>
internal static class AutomationFields
{
    public static void Add(FieldMaker queries, FieldMaker mutations)
    {
        queries.Add(
            "automation", "What automation has done, and what it waits for.", AutomationEndpoints.GetAsync,
            Access.With(CouncilRole.ResolveRounds));
        mutations.Add(
            "configureAutomation",
            "Have rounds open, close, score and resolve by schedule from a data feed, or stop that.",
            AutomationEndpoints.ConfigureAsync,
            Access.With(CouncilRole.ResolveRounds));
    }
}
