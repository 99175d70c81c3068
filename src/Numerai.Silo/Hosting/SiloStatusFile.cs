using System.Text.Json;

namespace Numerai.Silo.Hosting;

/// <summary>Tells whoever started this process where it listens. The file is there when the silo serves.</summary>
internal static class SiloStatusFile
{
    public static async Task WriteAsync(SiloSettings settings, Uri url, CancellationToken cancellation)
    {
        if (settings.StatusFile is not { } path)
        {
            return;
        }

        var content = JsonSerializer.Serialize(new { processId = Environment.ProcessId, url = url.ToString().TrimEnd('/') });
        await File.WriteAllTextAsync(path + ".new", content, cancellation);
        File.Move(path + ".new", path, overwrite: true);
    }
}
