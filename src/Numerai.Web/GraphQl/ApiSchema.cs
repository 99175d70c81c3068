using GraphQL.Types;
using Numerai.Web.GraphQl.Agreements;
using Numerai.Web.GraphQl.Automation;
using Numerai.Web.GraphQl.Execution;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.GraphQl.Governance;
using Numerai.Web.GraphQl.Participants;
using Numerai.Web.GraphQl.Rounds;
using Numerai.Web.GraphQl.Stakes;
using Numerai.Web.GraphQl.Types;

namespace Numerai.Web.GraphQl;

/// <summary>All queries and mutations, theme by theme.</summary>
internal static class ApiSchema
{
    public static Schema Make()
    {
        var types = new TypeCatalog();
        var query = new ObjectGraphType { Name = "Query" };
        var mutation = new ObjectGraphType { Name = "Mutation" };
        var queries = new FieldMaker(types, query, GraphQlLimits.QueryImpact);
        var mutations = new FieldMaker(types, mutation, GraphQlLimits.MutationImpact);
        ParticipantFields.Add(queries, mutations);
        GovernanceFields.Add(queries, mutations);
        MoneyFields.Add(queries, mutations);
        AgreementFields.Add(queries, mutations);
        AutomationFields.Add(queries, mutations);
        StepFields.Add(queries, mutations);
        var schema = new Schema { Query = query, Mutation = mutation };
        schema.Initialize();
        return schema;
    }
}
