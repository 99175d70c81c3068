namespace Numerai.Silo.Hosting;

/// <summary>
/// The dashboard's own endpoints throw at an address of a silo or grain that is none; whoever asked hears that it is not understood.
/// </summary>
internal static class DashboardRefusals
{
    public const string Path = "/dashboard";

    public static void UseDashboardRefusals(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal),
        dashboard => dashboard.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception fault) when (fault.GetBaseException() is FormatException or ArgumentException or OverflowException)
            {
                throw new BadHttpRequestException($"{context.Request.Path} names no silo or grain of this cluster.", fault);
            }
        }));
}
