using System.Text.Encodings.Web;
using System.Text.Json;

namespace Numerai.Verification.Exports;

/// <summary>Names and version of the export's files; docs/verify.md describes them.</summary>
public static class ExportFormat
{
    public const string Name = "numerai-export";

    public const int Version = 1;

    public const string ManifestFile = "export.json";

    public const string LedgerFile = "ledger.jsonl";

    public const string CommitmentsFile = "commitments.jsonl";

    public const string CheckpointsFile = "checkpoints.jsonl";

    /// <summary>The JSON of lines and of the manifest: camel case, one value a line, nothing escaped that needs no escape.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A round's document in the export, such as "rounds/8/1/scores.json".</summary>
    public static string RoundFile(string round, string name) => $"rounds/{round}/{name}";
}
