namespace Numerai.Data.Panels;

/// <summary>Something about a panel that is let pass and told.</summary>
/// <param name="Kind">What it is, a stable word: one of <see cref="PanelOddityKinds"/>.</param>
/// <param name="Count">How many days or securities it is about.</param>
/// <param name="Found">Where it is, the first of many by name.</param>
/// <param name="Advice">What can be done.</param>
public sealed record PanelOddity(string Kind, int Count, string Found, string Advice);
