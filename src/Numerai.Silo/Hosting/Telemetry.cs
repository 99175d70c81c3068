using Numerai.Grains.Calls;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Numerai.Silo.Hosting;

/// <summary>Traces and metrics over OTLP, where the settings name a collector.</summary>
internal static class Telemetry
{
    public static void Add(WebApplicationBuilder builder, SiloSettings settings)
    {
        if (settings.OtlpEndpoint is not { } endpoint)
        {
            return;
        }

        var target = new Uri(endpoint);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("numerai-silo", serviceNamespace: settings.ClusterId))
            .WithTracing(tracing => tracing
                .AddSource(ActorTracing.SourceName, "Microsoft.Orleans.Application")
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter(exporter => exporter.Endpoint = target))
            .WithMetrics(metrics => metrics
                .AddMeter(ActorMetrics.MeterName, "Microsoft.Orleans", "Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(exporter => exporter.Endpoint = target));
    }
}
