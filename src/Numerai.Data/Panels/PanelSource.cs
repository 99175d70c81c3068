namespace Numerai.Data.Panels;

/// <summary>Where prices were read from, and as what.</summary>
/// <param name="Layout">One of <see cref="PanelLayouts"/>.</param>
/// <param name="Files">Names of the files.</param>
/// <param name="Columns">What was taken from where, by role.</param>
internal sealed record PanelSource(string Layout, IReadOnlyList<string> Files, IReadOnlyDictionary<string, string> Columns);
