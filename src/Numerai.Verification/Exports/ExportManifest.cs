using System.Collections.Immutable;

namespace Numerai.Verification.Exports;

/// <summary>What an export says of itself, in the file export.json.</summary>
/// <param name="Format"><see cref="ExportFormat.Name"/>.</param>
/// <param name="Version"><see cref="ExportFormat.Version"/>.</param>
/// <param name="Checkpoint">Number of the checkpoint that the export ends with.</param>
/// <param name="CheckpointHash">Its hash: the one line to compare with what others have.</param>
public sealed record ExportManifest(
    string Format, int Version, int Checkpoint, string CheckpointHash, ImmutableArray<ExportFileEntry> Files);
