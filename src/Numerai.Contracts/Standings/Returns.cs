namespace Numerai.Contracts;

/// <summary>Returns over the last day, three months (91 days) and year (365 days), and over all time.</summary>
public sealed record Returns(ReturnWindow Day, ReturnWindow ThreeMonths, ReturnWindow Year, ReturnWindow All);
