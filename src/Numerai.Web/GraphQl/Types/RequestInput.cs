using System.Collections.Immutable;
using GraphQL.Types;

namespace Numerai.Web.GraphQl.Types;

/// <summary>A part of a request. The reader of requests wants fields named that may be null; a query leaves them out.</summary>
internal sealed class RequestInput(ImmutableArray<string> namedWhenNull) : InputObjectGraphType
{
    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        foreach (var name in namedWhenNull)
        {
            value.TryAdd(name, null);
        }

        return base.ParseDictionary(value);
    }
}
