export { AIAgentPanel, type AIAgentPanelProps } from './AIAgentPanel';
