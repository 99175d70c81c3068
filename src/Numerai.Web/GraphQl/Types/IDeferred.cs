namespace Numerai.Web.GraphQl.Types;

internal interface IDeferred
{
    Task<object?> ResolveAsync();
}
