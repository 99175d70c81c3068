namespace Numerai.Local.Faults;

/// <summary>A fault that a <see cref="FaultPlan"/> made happen.</summary>
public sealed class InjectedFaultException(string message) : Exception(message);
