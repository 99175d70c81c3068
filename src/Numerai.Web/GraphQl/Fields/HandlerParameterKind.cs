namespace Numerai.Web.GraphQl.Fields;

/// <summary>Where a handler's parameter comes from.</summary>
internal enum HandlerParameterKind
{
    /// <summary>An argument of the same name.</summary>
    Argument,

    /// <summary>Arguments named like the body's fields.</summary>
    Body,
    Paging,
    Caller,
    Context,
    Request,
    Service,
}
