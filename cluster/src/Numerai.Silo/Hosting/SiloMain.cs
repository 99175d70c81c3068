using Microsoft.AspNetCore.Connections;
using Numerai.Local;
using Numerai.Storage;
using Numerai.Web.Faults;
using Orleans.Runtime.MembershipService;

namespace Numerai.Silo.Hosting;

/// <summary>The silo's program: settings, silo, until it is asked to stop. What it is refused for is said as `code: sentence`.</summary>
internal static class SiloMain
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Usage = 2;

    public static async Task<int> RunAsync(string[] arguments, LastResort lastResort)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = SiloArguments.Expand(arguments),
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "numerai-silo",
        });
        var (settings, wrong) = SiloConfiguration.Read(builder.Configuration);
        var code = Done;
        foreach (var sentence in wrong)
        {
            code = await SayAsync("invalid_options", sentence, Usage);
        }

        return code == Done ? await ServeAsync(builder, settings, lastResort) : code;
    }

    private static async Task<int> ServeAsync(WebApplicationBuilder builder, SiloSettings settings, LastResort lastResort)
    {
        (lastResort.Folder, lastResort.Doing) = (settings.DataFolder, "running a silo");
        try
        {
            await using var host = await SiloHost.BuildAsync(builder, settings);
            await host.StartAsync();
            await Console.Out.WriteLineAsync($"Listening on {host.Url.ToString().TrimEnd('/')} ({settings.Mode.ToString().ToLowerInvariant()} mode).");
            await Console.Out.WriteLineAsync(host.OperatorKey!.Describe());
            await host.WaitAsync();
            return Done;
        }
        catch (DatabaseRefusedException refused)
        {
            return await SayAsync(refused.Code, refused.Message, Refused);
        }
        catch (OrleansClusterConnectivityCheckFailedException refused)
        {
            return await SayAsync(
                "cluster_not_joined",
                $"{refused.Message} The warnings above say of each silo why; give all silos of a cluster the same Silo:Secret and Silo:ClusterId.",
                Refused);
        }
        catch (DataFolderInUseException refused)
        {
            return await SayAsync("data_folder_in_use", refused.Message, Refused);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            return await SayAsync("address_in_use", $"Another process listens on {settings.Url}; stop it, or choose another port with --url.", Refused);
        }
    }

    private static async Task<int> SayAsync(string code, string sentence, int exitCode)
    {
        await Console.Error.WriteLineAsync($"{code}: {sentence}");
        return exitCode;
    }
}
