using System.Text.Json;
using Numerai.Web.Authentication;

namespace Numerai.Cli.Cluster;

/// <summary>What a cluster on this machine was made with; kept, so that starting it again gives the same cluster.</summary>
/// <param name="Secret">Shared by the silos.</param>
/// <param name="Silos">Each silo's port for HTTP; silo 1 has the first.</param>
internal sealed record ClusterLayout(string Secret, IReadOnlyList<int> Silos)
{
    public const string FileName = "cluster.json";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static ClusterLayout? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<ClusterLayout>(File.ReadAllText(path), _json) : null;
    }

    public void Write(string folder) => PrivateFile.Replace(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, _json));
}
