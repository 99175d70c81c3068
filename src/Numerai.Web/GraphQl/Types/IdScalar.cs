using GraphQL.Types;

namespace Numerai.Web.GraphQl.Types;

/// <summary>Ids leave in their text form: lower-case UUIDs, rounds as "8/123".</summary>
internal sealed class IdScalar : IdGraphType
{
    public IdScalar() => Name = "ID";

    public override object? Serialize(object? value) => value?.ToString();
}
