using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using GraphQL.Resolvers;
using GraphQL.Types;
using Numerai.Web.GraphQl.Execution;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Types;

/// <summary>
/// The schema's types, made from the records that REST reads and writes: a field that appears there appears here, and the two cannot
/// come apart.
/// </summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<Type, IGraphType> _outputs = [];
    private readonly Dictionary<Type, IGraphType> _inputs = [];
    private readonly Dictionary<Type, EnumerationGraphType> _enums = [];
    private readonly Dictionary<string, Type> _names = new(StringComparer.Ordinal);
    private readonly NullabilityInfoContext _nullability = new();

    public IGraphType Output(ClrShape shape) => Shaped(shape, OutputOf);

    public IGraphType Input(ClrShape shape) => Shaped(shape, InputOf);

    public IGraphType Input(ParameterInfo parameter)
    {
        var shape = ClrShape.Of(_nullability.Create(parameter));
        return Input(shape with { Nullable = shape.Nullable || parameter.HasDefaultValue });
    }

    /// <summary>The arguments that a request's record stands for.</summary>
    public IEnumerable<QueryArgument> Arguments(Type request) =>
        Parameters(request).Select(parameter => new QueryArgument(Input(parameter)) { Name = TypeNames.Field(parameter.Name!) });

    private static ParameterInfo[] Parameters(Type request) =>
        request.GetConstructors().Single(constructor => constructor.IsPublic).GetParameters();

    private static IGraphType Shaped(ClrShape shape, Func<Type, IGraphType> typeOf)
    {
        var type = shape.Element is { } element ? new ListGraphType(Shaped(element, typeOf)) : typeOf(shape.Type);
        return shape.Nullable ? type : new NonNullGraphType(type);
    }

    private IGraphType OutputOf(Type type) => ScalarTypes.Find(type) ?? EnumOf(type) ?? JsonOf(type) ?? Known(_outputs, type, MakeOutput);

    private IGraphType InputOf(Type type) => ScalarTypes.Find(type) ?? EnumOf(type) ?? JsonOf(type) ?? Known(_inputs, type, MakeInput);

    private static JsonScalar? JsonOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type) ? ScalarTypes.Json : null;

    private EnumerationGraphType? EnumOf(Type type)
    {
        if (!type.IsEnum)
        {
            return null;
        }

        if (!_enums.TryGetValue(type, out var made))
        {
            made = new EnumerationGraphType { Name = Claim(TypeNames.Of(type), type) };
            foreach (var value in Enum.GetValues(type))
            {
                made.Add(TypeNames.EnumValue(value), value);
            }

            _enums.Add(type, made);
        }

        return made;
    }

    /// <summary>Known before it is filled, for types that hold themselves.</summary>
    private static IGraphType Known(Dictionary<Type, IGraphType> known, Type type, Func<Type, IGraphType> make) =>
        known.TryGetValue(type, out var made) ? made : make(type);

    private ObjectGraphType MakeOutput(Type type)
    {
        var made = new ObjectGraphType { Name = Claim(TypeNames.Of(type), type) };
        _outputs.Add(type, made);
        foreach (var property in Properties(type))
        {
            made.AddField(new FieldType
            {
                Name = NameOf(property),
                ResolvedType = Output(ClrShape.Of(_nullability.Create(property))),
                Resolver = new FuncFieldResolver<object?>(context => ReadAsync(property, context.Source)),
            });
        }

        return made;
    }

    private RequestInput MakeInput(Type type)
    {
        var required = Parameters(type).Where(
            parameter => !parameter.HasDefaultValue && ClrShape.Of(_nullability.Create(parameter)).Nullable);
        var made = new RequestInput([.. required.Select(parameter => TypeNames.Field(parameter.Name!))])
        {
            Name = Claim(TypeNames.Of(type) + "Input", type),
        };
        _inputs.Add(type, made);
        foreach (var argument in Arguments(type))
        {
            made.AddField(new FieldType { Name = argument.Name, ResolvedType = argument.ResolvedType });
        }

        return made;
    }

    private static async ValueTask<object?> ReadAsync(PropertyInfo property, object? source)
    {
        var value = property.GetValue(source);
        try
        {
            return ScalarTypes.Value(value is IDeferred deferred ? await deferred.ResolveAsync() : value);
        }
        catch (RefusedException refused)
        {
            throw new RefusalError(refused.Refusal);
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? TypeNames.Field(property.Name);

    private string Claim(string name, Type type) => _names.TryAdd(name, type)
        ? name
        : throw new InvalidOperationException($"{type} and {_names[name]} would both be called {name} in the GraphQL schema.");
}
