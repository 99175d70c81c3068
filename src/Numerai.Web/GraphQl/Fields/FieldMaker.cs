using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Numerai.Contracts;
using Numerai.Web.Governance;
using Numerai.Web.GraphQl.Execution;
using Numerai.Web.GraphQl.Types;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Fields;

/// <summary>Makes fields of the methods that answer REST requests, so that no rule is written twice.</summary>
internal sealed class FieldMaker(TypeCatalog types, ObjectGraphType root, double impact)
{

    /// <summary>A field that answers as the handler does.</summary>
    public void Add(string name, string description, Delegate method, Access? access = null)
    {
        var handler = new Handler(method);
        Add(
            name,
            description,
            handler,
            handler.Result,
            [],
            access ?? Access.Everybody,
            async (field, context, caller) => await handler.CallAsync(field, context, caller));
    }

    /// <summary>A list in pages, from a handler that is paged by limit and offset.</summary>
    /// <param name="key">What tells an item from all others of the list.</param>
    public void AddPages<T>(string name, string description, Delegate method, Func<T, string> key, Access? access = null)
        where T : class
    {
        var handler = new Handler(method);
        if (handler.Result != typeof(Page<T>) || !handler.Pages)
        {
            throw new ArgumentException($"The field {name} needs a handler that answers with pages of {typeof(T)}.", nameof(method));
        }

        QueryArgument[] paging = [
            new QueryArgument(new IntGraphType()) { Name = "first" }, new QueryArgument(new StringGraphType()) { Name = "after" }];
        Add(name, description, handler, typeof(CursorPage<T>), paging, access ?? Access.Everybody, async (field, context, caller) =>
            await CursorPaging.ReadAsync(
                field.GetArgument<int?>("first"),
                field.GetArgument<string?>("after"),
                async part => (Page<T>)(await handler.CallAsync(field, context, caller, part))!,
                key));
    }

    private void Add(
        string name,
        string description,
        Handler handler,
        Type result,
        IEnumerable<QueryArgument> paging,
        Access access,
        Func<IResolveFieldContext, HttpContext, Authentication.Caller?, Task<object?>> resolve)
    {
        var need = access switch
        {
            { Scope: null } => string.Empty,
            { Role: { } role } => $" Needs a key with the scope '{access.Scope}' and the role {RoleNames.Of(role)}.",
            _ => $" Needs a key with the scope '{access.Scope}'.",
        };
        var field = new FieldType
        {
            Name = name,
            Description = description + need,
            ResolvedType = types.Output(ClrShape.Of(result)),
            Arguments = new QueryArguments(handler.Arguments(types).Concat(paging)),
            Resolver = new FuncFieldResolver<object?>(async context =>
            {
                var http = GraphQlContext.Of(context);
                try
                {
                    return ScalarTypes.Value(await resolve(context, http, await access.CheckAsync(http)));
                }
                catch (RefusedException refused)
                {
                    throw new RefusalError(refused.Refusal);
                }
            }),
        };
        root.AddField(field.WithComplexityImpact(impact));
    }
}
